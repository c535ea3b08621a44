"""The server room as a Django app: base templates, static files and jobs."""

from django.apps import AppConfig


class ServerConfig(AppConfig):
    """The frame around the rooms."""

    name = "ligzda.server"
    label = "server"

    def ready(self) -> None:
        """Hear when somebody signs in, sets up a second step, or proves an address."""
        from allauth.account.signals import password_reset
        from allauth.mfa.signals import authenticator_added
        from allauth.socialaccount.models import SocialAccount
        from django.db.models.signals import pre_save

        from ligzda.server import security_log, security_notices
        from ligzda.server.adapters import prove_address
        from ligzda.server.openid_adapter import keep_the_number_alone
        from ligzda.server.sign_in import remember_set_up

        security_log.listen()
        security_notices.listen()
        authenticator_added.connect(remember_set_up)
        password_reset.connect(prove_address)
        pre_save.connect(keep_the_number_alone, sender=SocialAccount)
