"""Reading what is shipped: TOML in, frozen domain values out."""
