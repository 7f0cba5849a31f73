"""What the program survives: crashes, power cuts, full disks, hostile files."""
