# Set words in the layout of official papers.
official-numerals = 123456789X
official-ordinal-1 = { $numeral }.{" "}
official-ordinal-2 = { $numeral }{" "}
official-ordinal-3 = ({ $numeral }){" "}
official-to-fill = [{ $what }]
official-stale = {" "}(data stale)
official-page = — { $number } —
official-annex = Annex { $number }
official-annex-only = Annex
official-annexes-only = Annex: { $title }
official-annexes-first = Annexes: { $number }. { $title }
official-annexes-next = {"     "}{ $number }. { $title }
official-none = –
official-no-edition = no meeting edition
