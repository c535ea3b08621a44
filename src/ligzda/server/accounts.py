"""Addresses of sign-in, in both languages.

allauth's own list would also serve signing up and changing addresses, which nobody may do here:
accounts come by invitation.
"""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as keys
from django.urls import path, re_path
from django.utils.translation import gettext_lazy as _

from ligzda.server import openid_views
from ligzda.server.views import own_sessions_page

urlpatterns = [
    path(_("sign-in/"), account.login, name="account_login"),
    path(_("sign-out/"), account.logout, name="account_logout"),
    # allauth asks for this name when it shows the sign-in page; the adapter keeps it closed.
    path(_("sign-up/"), account.signup, name="account_signup"),
    path(_("inactive/"), account.account_inactive, name="account_inactive"),
    path(_("confirm/"), account.reauthenticate, name="account_reauthenticate"),
    path(_("password/"), account.password_change, name="account_change_password"),
    path(_("password/set/"), account.password_set, name="account_set_password"),
    path(_("password/reset/"), account.password_reset, name="account_reset_password"),
    path(
        _("password/reset/sent/"), account.password_reset_done, name="account_reset_password_done"
    ),
    path(
        _("password/reset/done/"),
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        _(r"^password/reset/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$"),
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(_("openid/"), openid_views.page, name="account_openid"),
    path(_("openid/begin/"), openid_views.begin, name="account_openid_begin"),
    path(_("sessions/"), own_sessions_page, name="account_sessions"),
    path(_("two-factor/"), mfa.index, name="mfa_index"),
    path(_("two-factor/code/"), mfa.authenticate, name="mfa_authenticate"),
    path(_("two-factor/confirm/"), mfa.reauthenticate, name="mfa_reauthenticate"),
    path(_("two-factor/set-up/"), totp.activate_totp, name="mfa_activate_totp"),
    path(_("two-factor/remove/"), totp.deactivate_totp, name="mfa_deactivate_totp"),
    path(_("two-factor/keys/"), keys.list_webauthn, name="mfa_list_webauthn"),
    path(_("two-factor/keys/new/"), keys.add_webauthn, name="mfa_add_webauthn"),
    path(
        _("two-factor/keys/confirm/"),
        keys.reauthenticate_webauthn,
        name="mfa_reauthenticate_webauthn",
    ),
    path(_("two-factor/keys/<int:pk>/"), keys.edit_webauthn, name="mfa_edit_webauthn"),
    path(_("two-factor/keys/<int:pk>/remove/"), keys.remove_webauthn, name="mfa_remove_webauthn"),
    path(_("recovery-codes/"), codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        _("recovery-codes/new/"),
        codes.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path(
        _("recovery-codes/file/"),
        codes.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
]
