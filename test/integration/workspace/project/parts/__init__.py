from .layers import Act
