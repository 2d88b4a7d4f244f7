"""The writing of PDF: pages copied with only what they show, stamped, and streamed into parts."""
