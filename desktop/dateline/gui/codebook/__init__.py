"""The codebook editor: entries and their forms, what is wrong with them, what becomes of the records that use them."""
