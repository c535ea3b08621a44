"""What the findings refuse of a file before the engine sees it, each by its code."""

from __future__ import annotations

from ligzda.evidence.codes import Code


class FileFault(Code):
    """What cannot be read of a file, and why."""

    NOT_TEXT = (
        "not-text",
        "this is not a text file.",
        "Give a CSV file in UTF-8 or a Parquet file.",
    )
    EMPTY = "empty", "the file is empty.", "Give a header row and at least one row of data."
    ONLY_HEADER = (
        "only-header",
        "there is a header but no rows of data.",
        "Give at least one row.",
    )
    MIXED_DECIMALS = (
        "mixed-decimals",
        (
            "“{other}” here, but “{first}” in row {first2}: decimal commas and decimal points "
            "are mixed."
        ),
        "Use one of them in the whole column.",
    )
    WIDTH = (
        "width",
        "the row has {row} cells, but the header has {width}.",
        "Check for a delimiter too many or too few, or for text without quotation marks.",
    )
    THOUSANDS_AND_DECIMALS = (
        "thousands-and-decimals",
        "“{text}” has signs for thousands as well as for decimals.",
        "Write the number without thousands signs, 1234,5 or 1234.5.",
    )
    THOUSANDS_OR_DECIMALS = (
        "thousands-or-decimals",
        "“{text}” can be {whole} or {decimal}: “{sign}” can set off thousands or decimals.",
        "Write thousands without a sign; decimals with fewer or more than three places decide.",
    )
    LABEL_SAYS_MISSING = (
        "label-says-missing",
        "the label “{text}” says that it is missing, so nobody knows which is meant.",
        "Give it, or leave the row out; where it is a name, list it in roles.arms or a contrast.",
    )
    COLUMN_TWICE = (
        "column-twice",
        "the header names this column twice (places {seen} and {place}).",
        "Give every column its own name.",
    )
    NO_FILE = "no-file", "there is no such file.", "Check the name."
    FOLDER = "folder", "this is a folder.", "Name the file."
    PLAN_NOT_UTF_8 = "plan-not-utf-8", "the text is not UTF-8.", "Save it as UTF-8."
    NO_ROWS = "no-rows", "the file has no rows.", "Give at least one."
    NOT_PARQUET = (
        "not-parquet",
        "this is not a Parquet file, or it is damaged.",
        "Write it again, or give a CSV file.",
    )
    NO_PARQUET_COLUMN = (
        "no-parquet-column",
        "the plan needs the column “{name}”, and the file does not have it.",
        "{choice}",
    )
    COLUMN_TYPE = "column-type", "the column holds {kind}, not numbers.", "Store it as numbers."
    UTF_16 = "utf-16", "the file is in UTF-16, not UTF-8.", "Save it again as “CSV UTF-8”."
    NOT_UTF_8 = (
        "not-utf-8",
        "the byte 0x{byte} is not UTF-8 (is it Windows-1257?).",
        "Save it again as “CSV UTF-8”.",
    )
    NOT_A_NUMBER = (
        "not-a-number",
        "“{text}” is not a number.",
        "Write a number, or leave the cell empty where the value is missing.",
    )
    PERCENT = (
        "percent",
        "“{text}” is not a number.",
        "Write a share as a number between 0 and 1, without the percent sign.",
    )
    QUOTES = (
        "quotes",
        "the quotation marks do not match ({detail}).",
        "Check the cells with quotation marks from this row on.",
    )
    NO_COLUMN = (
        "no-column",
        "the plan needs the column “{name}”, and the header does not have it.",
        "{choice} The file was read as separated by “{delimiter}”.",
    )
    COLUMN_ABSENT = (
        "column-absent",
        "there is no column “{name}” in the header.",
        "{choice} The file was read as separated by “{delimiter}”.",
    )
    REPORT_INTO_FILE = (
        "report-into-file",
        "{folder}: this is a file, not a folder.",
        "Name another folder.",
    )
    REPORT_OVER_OTHERS = (
        "report-over-others",
        "{folder}: the folder holds files that are not from a report of Ligzda.",
        "Name an empty or a new folder.",
    )
    NOTHING_TO_SHIFT = (
        "nothing-to-shift",
        "the plan refuses rows without an outcome, so there is nothing to shift.",
        'Write missing = "imputation" or "complete-case", or leave out --tipping and --shifts.',
    )
