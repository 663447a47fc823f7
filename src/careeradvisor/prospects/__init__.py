"""What a career would mean for one person: the way in, the pay where they live, the money."""

from careeradvisor.prospects.build import Prospect, Prospects
from careeradvisor.prospects.pathway import Pathway, Step
from careeradvisor.prospects.pay import Pay, share_earning

__all__ = ["Pathway", "Pay", "Prospect", "Prospects", "Step", "share_earning"]
