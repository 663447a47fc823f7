"""What a career would mean for one person: the way in, the pay where they live, the money."""

from careeradvisor.prospects.build import NoYears, Prospect, Prospects, Standing, Way
from careeradvisor.prospects.credentials import Credentials
from careeradvisor.prospects.pathway import Pathway, Step, WorkAsked
from careeradvisor.prospects.pay import Pay, share_earning, target_met

__all__ = [
    "Credentials",
    "NoYears",
    "Pathway",
    "Pay",
    "Prospect",
    "Prospects",
    "Standing",
    "Step",
    "Way",
    "WorkAsked",
    "share_earning",
    "target_met",
]
