"""The one table of the server itself: what all its processes count together."""

from django.db import models

from ligzda.kernel import personal


class CacheEntry(models.Model):
    """A row of Django's DatabaseCache, which reads and writes the table by SQL of its own.

    Limits of sign-in and codes that were used must hold over all processes (RFC 6238, 5.2), so they
    cannot stand in the memory of each. The columns are those of `createcachetable`.
    """

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    class PersonalData(personal.Declared):
        """Keys are pseudonyms under the installation's secret: no address is stored."""

        purpose = (
            "to count tries of sign-in, and what one network sends, for all processes together"
        )
        basis = personal.TASK
        retention = "minutes; what is over is deleted every night"
        erasure = "server.tasks.clear_sessions deletes what is over"
        fields = ("cache_key", "value", "expires")

    impersonal = personal.names("")

    class Meta:
        db_table = "server_cache"

    def __str__(self) -> str:
        return self.cache_key
