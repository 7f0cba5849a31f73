"""Sweeps: many independent trainings in worker processes or on a cluster, kept in Optuna's journal."""
