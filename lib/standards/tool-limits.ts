/** The names that Claude accepts for tools; one other name can hide the whole list (facts of 2026-08). */
export const toolNamePattern = /^[a-zA-Z0-9_-]{1,64}$/;

/** The longest name that Claude accepts, in characters. */
export const longestToolName = 64;

/** The names that Claude’s API accepts for the properties of a tool’s input. */
export const propertyNamePattern = /^[a-zA-Z0-9_.-]{1,64}$/;

/** From here on Claude Code cuts descriptions off, in characters. */
export const longestDescription = 2_048;

/** Larger input schemas were seen to be dropped when a connector connects, in bytes of compact JSON. */
export const largestInputSchema = 16_384;

/** Schemas inside one another, the outermost not counted. */
export const deepestSchema = 10;

/** JSON values in one schema, all levels together. */
export const mostSchemaNodes = 5_000;

/** From here on a list is called heavy. */
export const heavyList = { tools: 50, tokens: 10_000 } as const;
