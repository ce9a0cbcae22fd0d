"""Which addresses belong to the web, and which to this machine or the network it stands in. Opens no connection."""

import ipaddress
import socket

# Of IPv6 so much is given out for the public (RFC 4291, IANA): loopback, private, link-local, site-local and multicast
# addresses, those that hold an IPv4 address (::127.0.0.1, ::ffff:127.0.0.1) and local NAT64 all lie outside of it.
_PUBLIC = ipaddress.IPv6Network("2000::/3")
# Both carry an IPv4 address to which a gateway of the network leads: 6to4 behind its 16 bits, NAT64 in the last 32.
_SIX_TO_FOUR = ipaddress.IPv6Network("2002::/16")
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
# Public by their numbers, and yet answered by the machine room itself, with what it knows of the machine that asks:
# Azure's, and the range that holds Oracle's (192.0.0.192). 169.254.169.254, fd00:ec2::254 and 100.100.100.200 are of
# the ranges that are private as a whole.
_METADATA = (ipaddress.IPv4Network("168.63.129.16/32"), ipaddress.IPv4Network("192.0.0.0/24"))


def is_public(address: str) -> bool:
    """Say whether a numeric address is one of the web; what cannot be read as an address is none.

    "151.101.1.164" is; "10.0.0.1", "169.254.169.254", "::ffff:127.0.0.1" and "64:ff9b::7f00:1" are not.
    """
    try:
        number = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(number, ipaddress.IPv4Address):
        return _is_public_v4(number)
    if number in _NAT64:
        return _is_public_v4(ipaddress.IPv4Address(int(number) & 0xFFFFFFFF))
    if number in _SIX_TO_FOUR:
        return _is_public_v4(ipaddress.IPv4Address(int(number) >> 80 & 0xFFFFFFFF))
    return number in _PUBLIC and number.is_global


def _is_public_v4(number: ipaddress.IPv4Address) -> bool:
    is_metadata = any(number in network for network in _METADATA)
    return number.is_global and not number.is_multicast and not number.is_reserved and not is_metadata


def is_private_by_name(host: str) -> bool:
    """Say whether a host as it is written names this machine or its network, without asking anybody.

    "localhost", "127.1", "2130706433", "0x7f000001" and "[::1]" do; a name that only the DNS knows does not.
    """
    bare = host.strip("[]").rstrip(".").lower()
    if bare == "localhost" or bare.endswith(".localhost"):
        return True
    try:
        # The forms in which a number may be written are those that connecting would take.
        found = socket.getaddrinfo(bare, None, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)
    except (OSError, UnicodeError):
        return False
    return not all(is_public(str(address[0])) for *_, address in found)
