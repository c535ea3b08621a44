"""Django's settings. Every variable read from the environment stands in docs/settings.md."""

import os
from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF
from psycopg.conninfo import conninfo_to_dict

from ligzda import languages
from ligzda.kernel.room import each, rooms
from ligzda.server.database import data_folder
from ligzda.server.mail import email_settings
from ligzda.server.openid import openid_settings
from ligzda.server.secrets import secret_key

PACKAGE = Path(__file__).resolve().parent.parent

HTTPS = os.environ.get("LIGZDA_HTTPS", "0") == "1"
# Demonstration: demo accounts and invented records may be loaded; never on a public host.
DEMO = os.environ.get("LIGZDA_DEMO", "0" if HTTPS else "1") == "1"
DEBUG = False
SECRET_KEY = secret_key(data_folder())
ALLOWED_HOSTS = os.environ.get("LIGZDA_HOSTS", "127.0.0.1,localhost,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS] if HTTPS else []
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "DENY"

# What the rooms bring stands in their manifests. Upper rooms first: their templates may override.
INSTALLED_APPS = [
    *(f"ligzda.{room.name}" for room in reversed(rooms())),
    "ligzda.server",
    "ligzda.kernel",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "django.contrib.humanize",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "pgtrigger",
    "pghistory",
    "procrastinate.contrib.django",
    *each(lambda room: room.apps),
]
# Jobs are found in what the manifests name, and in the server's own.
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = None
PROCRASTINATE_IMPORT_PATHS = ["ligzda.server.tasks", *each(lambda room: room.jobs)]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "ligzda.server.headers.HeadersMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Safe beside forms: their tokens are masked anew in each answer, cookies go to no other site's
    # requests (SameSite), and Django hides the length (breachattack.com).
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "ligzda.kernel.body_limit.BodyLimitMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "ligzda.server.sign_in.SignInMiddleware",
    "ligzda.server.unsent.UnsentMiddleware",
    "ligzda.server.unsaved.UnsavedMiddleware",
    "pghistory.middleware.HistoryMiddleware",
    "ligzda.kernel.odd_values.OddValuesMiddleware",
    *each(lambda room: room.middleware),
]

ROOT_URLCONF = "ligzda.server.urls"
WSGI_APPLICATION = "ligzda.server.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "ligzda.server.context.site",
            ]
        },
    }
]

FORM_RENDERER = "ligzda.kernel.forms.Renderer"

# libpq's own parser reads the URL; the password never stands in a settings file.
_url = conninfo_to_dict(os.environ.get("DATABASE_URL", "postgresql:///ligzda"))
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": _url.pop("dbname", "ligzda"),
        "USER": _url.pop("user", ""),
        "PASSWORD": _url.pop("password", ""),
        "HOST": _url.pop("host", ""),
        "PORT": _url.pop("port", ""),
        "OPTIONS": _url,
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
    }
}
# Limits and used codes hold over all processes and restarts; the salts of readers' pseudonyms must
# never lie where a backup takes them (ADR 0052), so each process keeps those it has read.
CACHES = {
    "default": {
        "BACKEND": "ligzda.server.shared_cache.SharedCache",
        "LOCATION": "server_cache",
        "KEY_FUNCTION": "ligzda.server.shared_cache.pseudonym",
        # Django's 300 would forget limits at random when many sign in.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    },
    "process": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "network.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {"NAME": "ligzda.server.passwords.NotARowValidator"},
]
LOGIN_URL = "account_login"
CSRF_FAILURE_VIEW = "ligzda.server.unsent.csrf_failed"
LOGIN_REDIRECT_URL = next((room.landing for room in rooms() if room.landing), "health")
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_FORMS = {"reset_password_from_key": "ligzda.server.accepting.ChosenForm"}
ACCOUNT_ADAPTER = "ligzda.server.adapters.InvitedOnly"
ACCOUNT_LOGOUT_ON_GET = False
# A letter for an address that nobody has here would go to whomever a stranger names.
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
SIGN_IN_LOCK_MINUTES, SIGN_IN_LOCK_ANYWHERE_MINUTES = 5, 60
ACCOUNT_RATE_LIMITS = {
    # The key is account and network (server.adapters); guesses from many networks are bounded too.
    "login_failed": f"10/m/ip,5/{SIGN_IN_LOCK_MINUTES * 60}s/key",
    "login_failed_anywhere": f"100/{SIGN_IN_LOCK_ANYWHERE_MINUTES * 60}s/key",
}
# The last address of X-Forwarded-For is the one that the TLS proxy saw; without a proxy that header
# is anybody's to write.
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if HTTPS else 0
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
SOCIALACCOUNT_ADAPTER = "ligzda.server.openid_adapter.ByInvitation"
_openid = openid_settings(os.environ)
OPENID_NAME: str = _openid[0]
SOCIALACCOUNT_PROVIDERS: dict[str, Any] = _openid[1]
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_FORMS = {
    "add_webauthn": "ligzda.server.security_keys.AddKeyForm",
    "edit_webauthn": "ligzda.server.security_keys.RenameKeyForm",
    "authenticate_webauthn": "ligzda.server.security_keys.UseKeyForm",
    "reauthenticate_webauthn": "ligzda.server.security_keys.ConfirmByKeyForm",
}
# Who is invited has the address already; allauth guards against signing up with another's.
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_ISSUER = "Ligzda"
MFA_ADAPTER = "ligzda.server.second_step_secrets.SecondStepAdapter"
globals().update(
    email_settings(os.environ.get("LIGZDA_SMTP_URL", ""), demo=DEMO, folder=data_folder() / "mail")
)
DEFAULT_FROM_EMAIL = os.environ.get("LIGZDA_MAIL_FROM", "ligzda@localhost")

LANGUAGE_CODE = languages.DEFAULT
LANGUAGES = list(languages.LANGUAGES)
# The second is what Wagtail and Django lack in Latvian or count wrongly, over their own catalogues.
LOCALE_PATHS = [PACKAGE / "server" / "locale", PACKAGE / "server" / "locale_of_packages"]
TIME_ZONE = "Europe/Riga"
USE_TZ = True
USE_I18N = True
USE_THOUSAND_SEPARATOR = True
FORMAT_MODULE_PATH = "ligzda.server.formats"

STATIC_URL = "/static/"
STATIC_ROOT = data_folder() / "static"
# The tokens of documents and of pages are the same file.
STATICFILES_DIRS = [PACKAGE / "publishing" / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT = data_folder() / "media"
MEDIA_URL = "/media/"
# Requests a minute from one network, in each of the server's processes (ADR 0043).
API_PER_MINUTE = int(os.environ.get("LIGZDA_API_PER_MINUTE", "120"))
EVALUATIONS_ROOT = data_folder() / "evaluations"
# Keys that sign certificates (ADR 0095).
ISSUER_KEYS_ROOT = data_folder() / "issuer-keys"
# Keys under which what is kept of people is sealed (ADR 0110); best on another disk.
MASTER_KEYS_FILE = Path(os.environ.get("LIGZDA_MASTER_KEYS_FILE") or data_folder() / "master-keys")

# The editors' side (ADR 0050) and what keeps comments civil (docs/newsroom.md).
WAGTAIL_SITE_NAME = "Ligzda"
WAGTAILADMIN_BASE_URL = os.environ.get("LIGZDA_URL", "http://127.0.0.1:8000")
WAGTAILADMIN_LOGIN_URL = LOGIN_URL
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_ENABLE_UPDATE_CHECK = WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
# One zone for all; of many, browsers refuse the one that is called "localtime".
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
# A picture is unpacked to four bytes a pixel: 100 MB at most, whatever its file says.
WAGTAILIMAGES_MAX_IMAGE_PIXELS = MOST_PIXELS = 25_000_000
WAGTAILIMAGES_IMAGE_FORM_BASE = "ligzda.newsroom.image_form.ImageForm"
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
# Who answers for personal data (GDPR Art. 13(1)(a), (b)): the privacy page names them.
CONTROLLER = os.environ.get("LIGZDA_CONTROLLER", "")
CONTACT = os.environ.get("LIGZDA_CONTACT", "")
NEWSROOM_COMMENTS_PER_MINUTE = int(os.environ.get("LIGZDA_COMMENTS_PER_MINUTE", "3"))

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

SILENCED_SYSTEM_CHECKS = ["account.W001"]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "ligzda.server.discreet_log.DiscreetFormatter",
            "format": "{asctime} {levelname} {name}: {message}",
            "style": "{",
        }
    },
    "filters": {"refusals": {"()": "ligzda.server.discreet_log.short_refusals"}},
    "handlers": {
        "stderr": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "filters": ["refusals"],
        }
    },
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    # It warns of every HEAD request whose view answers as for GET, which is what Django does.
    "loggers": {
        "gunicorn.http": {"level": "ERROR"},
        "ligzda.security": {"level": "INFO"},
    },
}
