/** What a browser has installed: whether it is on, and whether it still lets itself be switched. */
export interface Installed {
  enabled: boolean;
  isStubborn: boolean;
}

/** A browser's own list of extensions, without the browser. */
export interface FakeManagement {
  readonly installed: Map<string, Installed>;
  /** Whether others may see and switch them. */
  isAllowed: boolean;
  readonly management: {
    getAll(): Promise<readonly { readonly id: string; readonly name: string; readonly enabled: boolean }[]>;
    setEnabled(id: string, enabled: boolean): Promise<void>;
  };
  readonly permissions: { contains(): Promise<boolean> };
}

/** Makes the list; `onSwitch` is told of each that is switched by somebody else than the test. */
export function createFakeManagement(onSwitch: (id: string) => void): FakeManagement {
  const installed = new Map<string, Installed>();
  const fake: FakeManagement = {
    installed,
    isAllowed: true,
    management: {
      getAll() {
        if (!fake.isAllowed) return Promise.reject(new Error('not allowed'));
        return Promise.resolve([...installed].map(([id, { enabled }]) => ({ id, name: id.toUpperCase(), enabled })));
      },
      setEnabled(id, enabled) {
        const one = installed.get(id);
        if (!fake.isAllowed || !one || one.isStubborn) return Promise.reject(new Error('it cannot be switched'));
        if (one.enabled !== enabled) onSwitch(id);
        one.enabled = enabled;
        return Promise.resolve();
      },
    },
    permissions: { contains: () => Promise.resolve(fake.isAllowed) },
  };
  return fake;
}
