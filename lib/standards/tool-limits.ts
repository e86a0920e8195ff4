/** The names that Claude accepts for tools; one other name can hide the whole list (facts of 2026-08). */
export const toolNamePattern = /^[a-zA-Z0-9_-]{1,64}$/;
