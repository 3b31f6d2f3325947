# 公文版式(GB/T 9704—2012)里的固定用字。
official-numerals = 一二三四五六七八九十
official-ordinal-1 = { $numeral }、
official-ordinal-2 = ({ $numeral })
official-ordinal-3 = { $numeral }.
official-to-fill = 〔{ $what }〕
official-stale = (数据陈旧)
official-page = — { $number } —
official-annex = 附件{ $number }
official-annex-only = 附件
official-annexes-only = 附件:{ $title }
official-annexes-first = 附件:{ $number }.{ $title }
official-annexes-next = {"　　　"}{ $number }.{ $title }
official-none = /
official-no-edition = 未冻结为会议版
