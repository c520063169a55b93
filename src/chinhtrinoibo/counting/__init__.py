"""Reading of counts, ratios, shares and changes (thống kê số lượng) in running text."""
