from .parts import Act

act = Act(0.25)
