/** Looks for tool hints in source text that comes piece by piece. */
export interface HintSearch {
  add(piece: Uint8Array): void;
  /** The next piece is of another file. */
  nextFile(): void;
  found(): boolean;
}

/**
 * A hint counts where it is given a value, as in `readOnlyHint: true`, `ReadOnlyHint = &yes` or `read_only_hint=True`; where only its
 * type is told (the official SDK in a bundled file does), it does not.
 */
export function createHintSearch(): HintSearch {
  let decoder = new TextDecoder();
  let rest = '';
  let isFound = false;
  return {
    add(piece) {
      if (isFound) return;
      const text = rest + decoder.decode(piece, { stream: true });
      isFound = givesHint.test(text);
      rest = text.slice(-overlap);
    },
    nextFile() {
      decoder = new TextDecoder();
      rest = '';
    },
    found: () => isFound,
  };
}

/** Characters: a hint with its value may stand across two pieces. */
const overlap = 200;

const givesHint =
  /(?:read_?only|destructive)_?hint["'`]?\s{0,20}[:=]\s{0,20}(?!(?:[\w$.]{0,40}\.)?(?:bool(?:ean)?|optional|default|Optional)\b|null\b|undefined\b|void 0|None\b)[\w!&$({[]/i;

/** The source files of a bundle that are worth looking through: where the server starts first, then what stands highest; no libraries. */
export function sourcesAmong(files: ReadonlySet<string>, entryPoint: string | undefined): readonly string[] {
  const own = [...files].filter((name) => isSource.test(name) && !isLibrary.test(name));
  const ranked = own.map((name) => ({ name, rank: name === entryPoint ? -1 : name.split('/').length }));
  return ranked.sort((one, other) => one.rank - other.rank).map(({ name }) => name);
}

const isSource = /(?<!\.d)\.(?:[cm]?[jt]sx?|py|go|rs|rb|java|kt|cs|php|swift|lua)$/i;
const isLibrary = /(?:^|\/)(?:node_modules|site-packages|dist-packages|\.?venv|__pycache__|vendor)\//i;
