"""Make the XForms that devices read: `python -m tests.people.make_xforms`.

pyxform makes them of the sheets of people/openrosa/xlsform.py; what lies in people/openrosa/forms
is held to it by tests/people/test_openrosa_forms.py. With a folder, an XLSX of each goes there too,
for a server of others: `python -m tests.people.make_xforms FOLDER`.
"""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from pyxform.xls2xform import convert

if TYPE_CHECKING:
    from ligzda.people.outcomes.questionnaire import Questionnaire


def made(form: "Questionnaire", *, checked: bool = False) -> str:
    """Return the XForm of a questionnaire; `checked` by ODK Validate, which wants Java."""
    from ligzda.people.openrosa.xlsform import sheets

    made = convert(sheets(form), validate=checked, pretty_print=True)
    assert made.warnings == [], made.warnings
    return str(made.xform)


def workbook(form: "Questionnaire", path: Path) -> None:
    """Write the XLSForm of a questionnaire."""
    from openpyxl import Workbook

    from ligzda.people.openrosa.xlsform import sheets

    book = Workbook(write_only=True)
    for name, rows in sheets(form).items():
        columns = list(dict.fromkeys(key for row in rows for key in row))
        sheet = book.create_sheet(name)
        for cells in (columns, *([row.get(key, "") for key in columns] for row in rows)):
            sheet.append(cells)
    book.save(path)


def main(arguments: list[str]) -> int:
    """Write every version of every questionnaire."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ligzda.server.settings")
    import django

    django.setup()
    from ligzda.people.openrosa.answers import FORMS
    from ligzda.people.outcomes.questionnaire import FOLDER, every

    FORMS.mkdir(exist_ok=True)
    for form in every(FOLDER):
        name = f"{form.id}-{form.version}"
        (FORMS / f"{name}.xml").write_text(made(form), "utf-8")
        if arguments:
            workbook(form, Path(arguments[0]) / f"{name}.xlsx")
        print(name)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
