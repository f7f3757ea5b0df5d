"""Figures a researcher would sign: numbers in, figures with n, missing, date and formula out.

- `figures` and `gates` say what a figure is and when it may be given; they are plain Python.
- Every other module reckons with numpy and scipy. They take hundreds of milliseconds to load and
  belong into the worker process: the bot itself imports them nowhere but inside a function.
- Values are numbers or None for "no answer"; whoever had to answer stands in the list.
- A figure that the numbers cannot bear comes as `Withheld` with its reason, never as NaN.
- Nothing here judges one person: flags count, changes are of groups.
"""
