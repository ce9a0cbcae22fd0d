"""The whole flow, one function an arrow: source -> Page -> Article -> Analysis -> Reading. Composes; decides nothing."""
