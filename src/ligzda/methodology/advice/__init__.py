"""What may be said to a municipality that was not in the trial?

Read it in this order: ``basis`` (what the trial found), ``places`` (moderators from the map),
``fitting`` (draws), ``answering`` (near enough? outcome, cost, regret), ``weighing`` (disputed
weights): these know no Django. ``gathering`` takes the basis from the records, ``keeping`` keeps
what was computed; ``forms``, ``views``, ``labels``, ``document`` are the page.
"""
