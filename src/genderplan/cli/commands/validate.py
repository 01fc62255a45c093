"""`genderplan validate`"""

from genderplan.cli.filters import Filters
from genderplan.cli.judging import FindingsOptions, judge_plans
from genderplan.cli.options import Common, new_app, spread

app = new_app()


@app.command()
@spread
def validate(options: FindingsOptions, filters: Filters, common: Common) -> int:
    """Is it well-formed?

    Files, fields, references and dates within the plans; the same on every day. With --against also what changed since
    then without a word: agreed dates, completions, baselines.

    Examples:

      genderplan validate

      genderplan validate --notes --plan women-2003

      genderplan validate --format json

      genderplan validate --format sarif

      genderplan validate --against git:main
    """
    from genderplan.checks import VALID

    return judge_plans("validate", VALID, common, filters, options)
