"""A catalogue to start from: what a college fills in with its own programs."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path

from careeradvisor.errors import FileProblem, WrongUse

from .read import name_of

STARTER = """\
# A catalogue of careers for careeradvisor.
#
# Put your own programs in place of the examples, then run
#     careeradvisor catalogue check THIS-FILE
# and use it with
#     careeradvisor --catalogue THIS-FILE quiz
#
# Three rules:
#   1. Every figure names its source. A figure without a source is left out: the
#      program then says "not known", which is better than a guess.
#   2. What is in quotes is text; numbers and dates have no quotes, no $ and no commas.
#   3. Ids (the last part of a [table.name]) are small letters, digits and dashes.
#
# `careeradvisor catalogue schema` prints a JSON Schema, with which many editors
# check this file as you type.

[catalogue]
name = "Example College health programs"
version = "2026.1"
as_of = 2026-01-31          # the date of the newest figures below
region = "United States"

# Where figures come from. Add one table for each publication that you use.

[sources.college]
title = "Programme guide 2026-27"
publisher = "Example College"
vintage = "2026-27"
licence = "Own publication"
url = "https://www.example.edu/health"

[sources.oews]
title = "Occupational Employment and Wage Statistics"
publisher = "U.S. Bureau of Labor Statistics"
vintage = "May 2025"
licence = "Public domain"
url = "https://www.bls.gov/oes/"

# Groups that careers are listed under.

[families]
records = "Health records and information"

# A career. Only the first six fields are needed; leave out whatever you do not know.

[careers.coder]
title = "Medical coder"
soc = "29-2072"             # the occupation that statistics count it in
family = "records"
summary = "Reads what was done for a patient and turns it into the codes that insurers pay by."
reviewed = 2026-01-31       # when somebody last looked this table over
sources = ["college"]       # what the text rests on
aliases = ["medical coding specialist"]

[careers.coder.patient_contact]
level = 0                   # 0 none, 1 occasional, 2 regular, 3 frequent, 4 constant
why = "Coders work with records, not with patients."
source = "college"

[careers.coder.remote]
level = 3                   # experienced people: 0 never, 1 rarely, 2 hybrid, 3 mostly, 4 fully
entry = 1                   # new entrants, on the same scale
why = "Our graduates usually start on site and move home after their first year."
source = "college"

# A way in: one [[...routes]] table for each of your programs that leads here.

[[careers.coder.routes]]
name = "Medical coding certificate"
# From none, high-school, some-college, associate, bachelor, master or doctorate.
from = ["high-school"]
months = [9, 12]            # the shortest and the longest usual full-time length
award = "Certificate"
source = "college"

# Pay in dollars a year. Copy the percentiles for your area from the source and take
# the note out: with two or more of them, careers can be ranked by pay.

[careers.coder.salary]
basis = "occupation"        # or "broader-group" with a group, or "survey"
source = "oews"
note = "The figures for our area are still to be copied from the source."
# p10 =
# p25 =
# median =
# p75 =
# p90 =

# A second career, so that the first can lead somewhere.

[careers.coding-auditor]
title = "Coding auditor"
soc = "29-2072"
family = "records"
summary = "Checks the work of coders, finds what was coded wrong and teaches how to do better."
reviewed = 2026-01-31
sources = ["college"]

[[careers.coding-auditor.routes]]
name = "Auditing course for working coders"
from = ["high-school"]
months = [2, 4]
award = "Certificate of completion"
experience = [{ career = "coder", months = 24 }]    # paid work that is asked for first
source = "college"

[[careers.coder.ladder]]
to = "coding-auditor"
takes = "Two years of coding and our auditing course."
study = [2, 4]
experience = 24
source = "college"
"""
"""The text of the starter; it passes ``catalogue check`` as it is."""


def write_starter(path: Path) -> None:
    """Write the starter to a new file.

    Raises :class:`WrongUse` when there is something by that name already, which
    is never overwritten, and :class:`FileProblem` when it cannot be written.
    """
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            try:
                file.write(STARTER)
                file.flush()
            except OSError:
                # Half a file would only be in the way of the next attempt.
                with suppress(OSError):
                    path.unlink()
                raise
    except FileExistsError as error:
        raise WrongUse(
            f"{name_of(path)} is there already and was left as it is. Give the name of a new file."
        ) from error
    except (OSError, ValueError) as error:
        code = error.errno if isinstance(error, OSError) else None
        if code in (errno.ENOENT, errno.ENOTDIR):
            why = "there is no such folder. Make it first, or choose another"
        elif code is not None:
            why = f"{os.strerror(code)}. Choose another folder"
        else:
            why = "that cannot be the name of a file. Choose another"
        raise FileProblem(f"{name_of(path)} could not be written: {why}.") from error
