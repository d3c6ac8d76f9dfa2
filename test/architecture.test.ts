import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { functionTable } from '#cdk/functions.ts';
import { type SourceFile, sourceFiles } from './source-files.ts';

// The rules of docs/architecture.md, so that they stay true without anybody remembering them.
const files = sourceFiles('cdk', 'functions', 'layers', 'shared', 'test');
const product = files.filter(({ path }) => !path.startsWith('test/'));

function below(...folders: readonly string[]): SourceFile[] {
  return files.filter(({ path }) => folders.some((folder) => path.startsWith(`${folder}/`)));
}

/** `file imports what`, for imports a file must not have. */
function imports(from: readonly SourceFile[], forbidden: (imported: string) => boolean): string[] {
  return from.flatMap(({ path, imports: all }) =>
    all.filter(forbidden).map((imported) => `${path} imports ${imported}`),
  );
}

/** `file: line`, for code that matches; comments may say what they like. */
function matches(from: readonly SourceFile[], pattern: RegExp): string[] {
  return from.flatMap(({ path, text }) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => !/^(\/\/|\*|\/\*)/.test(line) && pattern.test(line))
      .map((line) => `${path}: ${line}`),
  );
}

const within = (folder: string) => (imported: string) => imported.startsWith(`${folder}/`);

describe('import directions', () => {
  test('shared/ knows neither functions nor the cloud they run in', () => {
    const forbidden = /^(cdk|functions|layers|test)\/|^aws-cdk-lib|^constructs$|^vitest$/;
    expect(imports(below('shared'), (imported) => forbidden.test(imported))).toEqual([]);
  });

  test('a function knows shared/ and its own folder, and no other function', () => {
    const foreign = below('functions').flatMap((file) =>
      imports([file], (imported) => {
        if (/^(cdk|layers|test)\//.test(imported)) return true;
        return within('functions')(imported) && !imported.startsWith(`${dirname(file.path)}/`);
      }),
    );
    expect(foreign).toEqual([]);
  });

  test('the local target reads the template, not the sources, and is no client of its own API', () => {
    const forbidden = /^(functions|shared|layers|cdk\/cli)\//;
    expect(imports(below('cdk/local'), (imported) => forbidden.test(imported))).toEqual([]);
  });

  test('the command-line client knows the API, not the target that serves it', () => {
    const forbidden =
      /^(cdk\/(?!cli\/|command\.ts)|functions\/|layers\/|test\/|aws-cdk-lib|constructs)/;
    expect(imports(below('cdk/cli'), (imported) => forbidden.test(imported))).toEqual([]);
  });

  test('nothing but tests imports the command-line client', () => {
    const others = product.filter(({ path }) => !path.startsWith('cdk/cli/'));
    expect(imports(others, within('cdk/cli'))).toEqual([]);
  });

  test('nothing but the local target and tests imports the local target', () => {
    const others = product.filter(({ path }) => !path.startsWith('cdk/local/'));
    expect(imports(others, within('cdk/local'))).toEqual([]);
  });

  test('the CDK app deploys functions without importing them', () => {
    expect(imports(below('cdk'), within('functions'))).toEqual([]);
  });

  test('of shared/, only route tables and the API document know the HTTP entry', () => {
    const domain = below('shared').filter(
      ({ path }) => !/^shared\/(entry|openapi)\//.test(path) && !path.endsWith('-routes.ts'),
    );
    expect(imports(domain, within('shared/entry'))).toEqual([]);
  });

  test('the product imports no test', () => {
    expect(imports(product, within('test'))).toEqual([]);
  });
});

describe('folder = Lambda = sample event = test', () => {
  const folders = globSync('functions/*/*/handler.ts')
    .map((file) => dirname(file).slice('functions/'.length))
    .sort();

  test('the app has exactly the functions there are folders for', () => {
    expect([...functionTable.keys()].sort()).toEqual(folders);
  });

  // The build reads them, and must not wait for the CDK to load.
  test('the tables of functions are data', () => {
    const tables = /^cdk\/(functions|api|agents|steps|workers|operations)\.ts$/;
    const data = /from '(#shared\/env|\.\/(api|agents|steps|workers|operations))\.ts';$/;
    const holding = files.filter(({ path }) => tables.test(path));
    expect(holding).toHaveLength(6);
    const loaded = matches(holding, /^import (?!type )/);
    expect(loaded.filter((line) => !data.test(line))).toEqual([]);
  });

  test.each(folders)('%s has a sample event and a test', (path) => {
    expect(existsSync(`events/${basename(path)}.json`)).toBe(true);
    const tests = globSync([`test/functions/${path}.test.ts`, `test/functions/${path}/*.test.ts`]);
    expect(tests).not.toEqual([]);
  });

  test('a name is used once', () => {
    const names = folders.map((path) => basename(path));
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('one code path', () => {
  const running = below('functions', 'shared');

  test('functions and shared code do not ask where they run', () => {
    const asks =
      /[!=]==?\s*'local'|'local'\s*[!=]==?|\bisLocal\b|\b(NODE_ENV|localhost)\b|127\.0\.0\.1/;
    expect(matches(running, asks)).toEqual([]);
  });

  test('every environment name stands in shared/env.ts', () => {
    const named = /process\.env(\.\w|\[['"`])|\{[^}]*\}\s*=\s*process\.env/;
    const others = running.filter(({ path }) => path !== 'shared/env.ts');
    expect(matches(others, named)).toEqual([]);
  });
});

describe('one way out', () => {
  test('only the outbound client and the clients of our own services open connections', () => {
    // The program of the sandbox is reached by a pipe.
    const ours =
      /^shared\/(clients|outbound)\/|^shared\/(health\/probe|llm\/providers\/post-json|sandbox\/program-process)/;
    const opens =
      /(?<![.\w])fetch\(|\bglobalThis\.fetch\b|from '(node:)?(https?|http2|net|tls|undici)'|\bnew (WebSocket|EventSource)\(/;
    const others = below('functions', 'shared').filter(({ path }) => !ours.test(path));
    expect(matches(others, opens).filter((line) => !line.includes('import type'))).toEqual([]);
  });
});

describe('statements and clients have their place', () => {
  const running = below('functions', 'shared');

  test('SQL stands in *-store.ts', () => {
    // The machinery that statements go through: transactions, migrations, the outbox.
    const machinery = within('shared/database');
    const others = running.filter(({ path }) => !machinery(path) && !path.endsWith('-store.ts'));
    const sql =
      /\.query\s*[(<]|\binsert into\b|\bdelete from\b|\bupdate \w+ (\w+ )?set\b|\bselect\b.*\bfrom\b/i;
    expect(matches(others, sql)).toEqual([]);
  });

  test('every change of a row of uploads stands in one file', () => {
    const changing = product.filter(({ text }) => /\bupdate\s+uploads\b/i.test(text));
    expect(changing.map(({ path }) => path)).toEqual(['shared/uploads/upload-store.ts']);
  });

  test('shared code is given its clients, and knows none', () => {
    const exempt = [
      // The pool is opened by the first statement, and reads its password from a secret.
      'shared/database/pool.ts',
      // As the pool, for a connection of its own; and the passwords of the roles come from secrets.
      'shared/database/dedicated-client.ts',
      'shared/database/migrate-database.ts',
      // Parts of every transaction's or invocation's end: callers would only hand the same client on.
      'shared/database/relay-batch.ts',
      'shared/entry/send-metrics.ts',
    ];
    const knowing = below('shared')
      .filter(({ path }) => !path.startsWith('shared/clients/'))
      .filter((file) => imports([file], within('shared/clients')).length > 0)
      .map(({ path }) => path);
    expect(knowing).toEqual(exempt.sort());
  });

  test('in a function it is the handler that passes them', () => {
    const others = below('functions').filter(({ path }) => !path.endsWith('/handler.ts'));
    expect(imports(others, within('shared/clients'))).toEqual([]);
  });
});

describe('handlers adapt', () => {
  const handlers = files.filter(({ path }) => /^functions\/.*\/handler\.ts$/.test(path));

  test('in at most 40 lines', () => {
    expect(handlers.filter(({ lines }) => lines > 40).map(({ path }) => path)).toEqual([]);
  });

  test('without SQL, SDK calls or try', () => {
    const decides = /\btry\s*\{|\bselect\s.+\sfrom\b|\binsert into\b|\.query\(|\bnew \w+Command\(/i;
    expect(matches(handlers, decides)).toEqual([]);
  });
});

describe('files', () => {
  test('of every folder of shared/ docs/architecture.md says what it is for', () => {
    const written = readFileSync('docs/architecture.md', 'utf8');
    const folders = new Set(below('shared').map(({ path }) => path.split('/')[1] ?? ''));
    const isFolder = (name: string) => !name.endsWith('.ts');
    const unsaid = [...folders].filter(
      (name) => isFolder(name) && !written.includes(`\`${name}/\``),
    );
    expect(unsaid).toEqual([]);
  });

  test('no file is over 250 lines', () => {
    const long = files.filter(({ lines }) => lines > 250);
    expect(long.map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
  });

  // esbuild rewrites it, so tests and bundles run; `npm start` and `npm run eval:receipts` do not.
  test('nothing is written that Node 22 cannot read as it is', () => {
    expect(matches(files, /^(?:await )?using \w/)).toEqual([]);
  });

  test('half of the product’s files are at most 60 lines', () => {
    const lengths = product.map(({ lines }) => lines).sort((a, b) => a - b);
    const median = lengths[Math.floor(lengths.length / 2)];
    expect(median, `median of ${lengths.length} files`).toBeLessThanOrEqual(60);
  });

  test('no file or folder has a name that says nothing', () => {
    const empty = /^(utils?|helpers?|common|base|managers?|factory|factories|misc|index)(\.ts)?$/;
    const nameless = files.filter(({ path }) => path.split('/').some((part) => empty.test(part)));
    expect(nameless.map(({ path }) => path)).toEqual([]);
  });

  test('no class or function is named after nothing either', () => {
    const named = /\b(class|function|const)\s+\w*(Manager|Helper|Utils?|Factory)\b/;
    expect(matches(product, named)).toEqual([]);
  });

  test('the documented top level is all there is', () => {
    const allowed = ['cdk', 'functions', 'layers', 'shared', 'events', 'test', 'docs'];
    const ignored = ['node_modules', 'build', 'cdk.out', 'coverage'];
    const folders = globSync('*/').map((folder) => folder.replace(/\/$/, ''));
    expect(folders.filter((name) => ![...allowed, ...ignored].includes(name))).toEqual([]);
  });
});
