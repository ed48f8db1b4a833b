"""The forms of the calculations: which fields, why they are asked, where to find them."""
