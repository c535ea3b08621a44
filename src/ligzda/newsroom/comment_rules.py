"""What the rules for readers' comments say of a text that another room is about to show."""

from ligzda.newsroom.refusals import sentence
from ligzda.newsroom.text import check, find_words


def judged(text: str) -> tuple[list[str], bool]:
    """Return the sentences that refuse it, and whether a person looks at it before it is shown.

    Who writes there has signed in.
    """
    broken = check(text, registered=True).broken
    return [sentence(fault, found) for fault, found in broken], bool(find_words(text))
