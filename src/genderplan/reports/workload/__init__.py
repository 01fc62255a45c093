"""Work that falls due, lead by lead and month by month."""
