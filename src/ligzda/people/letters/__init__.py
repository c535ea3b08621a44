"""Letters about decisions and offers, by e-mail where the person gave an address."""
