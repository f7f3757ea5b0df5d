"""The best set of pairs, with its proof and the price of every other wish.

Arrays in, arrays out: nothing here but `draft` knows people. All of it runs in the worker process,
and only `draft` may be imported by the bot itself: the solver takes most of a second to load.
"""
