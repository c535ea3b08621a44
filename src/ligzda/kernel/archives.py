"""What opening and reading a ZIP of anybody's raises where it is none, or is damaged. Pure."""

import zipfile
import zlib

DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,  # packed in a way, or in a version, that Python cannot unpack
    OSError,  # a place in the file before its beginning
    RuntimeError,  # a password is asked for
    UnicodeError,  # a member's name in no encoding
    ValueError,
)
