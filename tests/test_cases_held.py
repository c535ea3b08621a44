"""Every folder of ../shared/cases, one kind of fault each, names the tests that hold it."""

from pathlib import Path

import pytest
from tests.published import SHARED, present

HERE = Path(__file__).resolve().parent
ENGINE, FILES = "evidence/test_cases.py", "findings/test_cases.py"
HELD = {
    "01-file-name-read-as-a-pattern": f"{FILES}::test_a_file_is_read_by_its_name_and_no_other",
    "02-log-normal-prior-of-an-sd": f"{ENGINE}::test_log_normal_prior_of_an_sd",
    "03-survival-intervals-from-the-command": (
        f"{FILES}::test_a_survival_plan_uses_the_intervals_that_its_family_makes"
    ),
    "04-thousands-in-tabs-and-semicolons": (
        f"{FILES}::test_thousands_are_refused_in_every_delimiter"
    ),
    "05-a-label-called-nan": f"{FILES}::test_labels_are_sorted_alike_in_every_run",
    "06-missing-words-in-columns-of-labels": f"{FILES}::test_an_arm_that_says_missing_is_refused",
    "07-labels-that-look-alike": f"{FILES}::test_labels_that_look_alike_are_one",
    "08-commas-in-a-header-of-semicolons": (
        f"{FILES}::test_the_delimiter_is_that_by_which_all_rows_fit"
    ),
    "09-a-long-cell-in-a-column-nobody-asked-for": (
        f"{FILES}::test_a_long_cell_in_a_column_nobody_asked_for_does_no_harm"
    ),
    "10-sparse-counts": f"{ENGINE}::test_sparse_counts",
    "11-matched-pairs": f"{ENGINE}::test_a_yes_or_no_in_each_half_of_a_pair",
    "12-a-covariate-with-a-long-tail": f"{ENGINE}::test_a_covariate_with_a_long_tail",
    "13-very-small-standard-errors": f"{ENGINE}::test_very_small_standard_errors",
    "14-islands-of-options": f"{ENGINE}::test_islands_of_options_are_named_and_not_ranked",
    "15-no-links-in-plain-latvian": (
        "newsroom/test_text_rules.py::test_what_could_be_either_is_doubtful_not_refused"
    ),
    "16-a-name-of-nothing": "newsroom/test_text_rules.py::test_a_name_of_nothing_is_empty",
    "17-answers-to-a-comment-that-went": "newsroom/test_threads.py::test_no_walk_drops_an_answer",
    "18-an-answer-one-level-too-deep": (
        "newsroom/test_threads.py::test_an_answer_one_level_too_deep_is_refused_in_words"
    ),
    "19-a-workbook-that-misstates-its-size": (
        "kernel/tables/test_reading.py::test_the_cases_of_spreadsheets_are_read"
    ),
    "20-cells-that-are-no-text": (
        "kernel/tables/test_reading.py::test_the_cases_of_spreadsheets_are_read"
    ),
    "21-open-data-that-differ-from-the-api": (
        "portal/test_open_data.py::test_odd_texts_are_the_same_in_csv_and_api"
    ),
    "22-an-apostrophe-of-ones-own": (
        "blueprints/test_practice_table.py::test_the_cases_of_the_library"
    ),
    "23-options-of-design": (
        "cli/test_options.py::test_a_design_names_the_option_that_it_cannot_take"
    ),
    "24-rights-in-the-catalogue": (
        "portal/test_open_data.py::test_the_catalogue_violates_nothing_of_the_profile"
    ),
    "25-a-missing-covariate": f"{FILES}::test_a_missing_covariate_is_no_missing_outcome",
    "26-ordinal-with-many-people": f"{ENGINE}::test_gaps_that_grow_with_the_sd_of_people",
    "engine-arm-without-term": "evidence/test_described_arms.py::test_a_forgotten_term_is_named",
    "engine-binary-families": f"{ENGINE}::test_few_yes_or_no_records_a_family",
    "engine-large-n-normal": f"{ENGINE}::test_a_residual_known_to_a_thousandth",
    "engine-nested-effects": (
        "evidence/test_nested.py::test_nested_cases_agree_with_long_nuts_runs"
    ),
    "engine-sparse-network": f"{ENGINE}::test_vague_intercepts_of_trials_without_events",
    "engine-spike-at-zero": f"{ENGINE}::test_a_spike_of_an_sd_beside_its_mode",
}


@pytest.mark.parametrize("test", sorted(set(HELD.values())))
def test_what_is_named_is_a_test(test: str) -> None:
    module, name = test.split("::")
    assert f"\ndef {name}(" in (HERE / module).read_text("utf-8")


def test_every_case_is_held() -> None:
    assert {
        folder.name for folder in present(SHARED / "cases").iterdir() if folder.is_dir()
    } == set(HELD)
