type Key = string | readonly [string, string];
type Range = { readonly lower: readonly [string] };

/** A transaction of the store of reports in memory: it begins when the one before it has ended, as those of a browser do. */
interface Transaction {
  objectStore(
    name: string,
  ): Record<'put' | 'delete' | 'clear' | 'getKey' | 'count', (...args: never[]) => Promise<unknown>>;
  readonly done: Promise<void>;
}

type Row = { readonly id: string } | { readonly runId: string; readonly key: string };

const ownKey = (row: Row): Key => ('id' in row ? row.id : [row.runId, row.key]);
const keyOf = (key: Key): string => (typeof key === 'string' ? key : key.join(' '));

/** What `lib/storage/database.ts` opens, in memory: as much of it as the reports need. */
export function memoryDatabase() {
  const stores = new Map<string, Map<string, unknown>>();
  const rowsOf = (name: string): Map<string, unknown> => {
    const rows = stores.get(name) ?? new Map<string, unknown>();
    stores.set(name, rows);
    return rows;
  };
  let last: Promise<void> = Promise.resolve();
  const transaction = (): Transaction => {
    const before = last;
    let open = 0;
    let end: () => void = () => undefined;
    const done = new Promise<void>((resolve) => (end = resolve));
    last = done;
    const turn = async <T>(deed: () => T): Promise<T> => {
      open += 1;
      await before;
      try {
        return deed();
      } finally {
        open -= 1;
        endWhenIdle();
      }
    };
    // It ends by itself once nothing more is asked of it.
    const endWhenIdle = (): void => void setTimeout(() => (open === 0 ? end() : undefined));
    endWhenIdle();
    return {
      done,
      objectStore: (name) => ({
        put: (value: unknown, key?: Key) => turn(() => rowsOf(name).set(keyOf(key ?? ownKey(value as Row)), value)),
        delete: (key: Key) => turn(() => rowsOf(name).delete(keyOf(key))),
        clear: () => turn(() => rowsOf(name).clear()),
        getKey: (key: Key) => turn(() => (rowsOf(name).has(keyOf(key)) ? key : undefined)),
        count: () => turn(() => rowsOf(name).size),
      }),
    };
  };
  const database = {
    transaction,
    get: (name: string, key: Key) => Promise.resolve(rowsOf(name).get(keyOf(key))),
    put: (name: string, value: never, key?: Key) =>
      transaction()
        .objectStore(name)
        .put(value, key as never),
    delete: (name: string, { lower: [runId] }: Range) => {
      for (const key of rowsOf(name).keys()) if (key.startsWith(runId)) rowsOf(name).delete(key);
      return Promise.resolve();
    },
    getAll: (name: string) => Promise.resolve([...rowsOf(name).values()]),
    getAllFromIndex: (name: string) => Promise.resolve([...rowsOf(name).values()]),
  };
  return { database, keysIn: (name: string): readonly string[] => [...rowsOf(name).keys()] };
}
