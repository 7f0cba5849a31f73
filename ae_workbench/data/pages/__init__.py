"""Pages of text: noisy and clean ones from files, or made here and damaged here."""
