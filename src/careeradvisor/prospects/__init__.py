"""What a career would mean for one person: the way in, the pay where they live, the money."""

from careeradvisor.prospects.build import NoYears, Prospect, Prospects, Standing, Way
from careeradvisor.prospects.credentials import Credentials
from careeradvisor.prospects.pathway import Pathway, Step, WorkAsked
from careeradvisor.prospects.pay import Pay, satisfaction_of_share, share_earning

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
    "satisfaction_of_share",
    "share_earning",
]
