import { isJsonObject, type Json } from '../kernel/json.ts';

/**
 * Lists of well-known servers came to 3.9 to 4.8 characters a token with a public tokenizer; those of Claude since 2026 count up to a
 * third more. This lies between, and is a rule of thumb.
 */
const charactersPerToken = 3.5;

/** Scripts from here on (Chinese, Japanese, Korean and others) take about a token a character. */
const firstDenseUnit = 0x2e80;

/** About how many tokens a text costs a model. */
export function estimatedTokens(text: string): number {
  let dense = 0;
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) >= firstDenseUnit) dense += 1;
  return Math.ceil(dense + (text.length - dense) / charactersPerToken);
}

/** About how many tokens a listed tool costs: its name, its description and its input schema are what a model is given. */
export function estimatedToolTokens(tool: Json): number {
  if (!isJsonObject(tool)) return 0;
  const {
    name = null,
    description = null,
    inputSchema = null,
  } = tool as { readonly [member: string]: Json | undefined };
  return estimatedTokens(JSON.stringify({ name, description, inputSchema }));
}
