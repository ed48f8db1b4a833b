"""From accepted signals to explained meldingen: beleid, samenloop, linkage, simulation."""
