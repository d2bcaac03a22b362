import { cpSync } from 'node:fs';
import { join, relative } from 'node:path';

import { ESLint } from 'eslint';
import ts from 'typescript';

/**
 * Run in a copy of the repository, with the names of files: what `npm run types` and `npm run lint` say of these. Those
 * that ship go into dist/ as `npm run build` puts them there. In a process of its own, because n8n's rules are others
 * when jest loads them.
 */
async function main(names: readonly string[]): Promise<void> {
	const root = process.cwd();
	const sources = names.filter((name) => name.endsWith('.ts')).map((name) => join(root, name));
	const program = compile(root, sources);
	const complaints = sources.flatMap((path) => {
		const file = program.getSourceFile(path);
		return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
			({ messageText }) => `${relative(root, path)}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
		);
	});
	for (const name of names.filter((name) => ships(name))) {
		if (name.endsWith('.ts')) program.emit(program.getSourceFile(join(root, name)));
		else cpSync(join(root, name), join(root, 'dist', name));
	}
	complaints.push(...(await lint(root, program, [...sources, 'package.json'])));
	console.log(complaints.join('\n'));
	process.exitCode = complaints.length === 0 ? 0 : 1;
}

function ships(name: string): boolean {
	return /^(nodes|credentials)\//.test(name);
}

function compile(root: string, sources: readonly string[]): ts.Program {
	const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
		config: { compilerOptions: object };
	};
	const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
	return ts.createProgram(sources, { ...options, noEmit: false, rootDir: root, outDir: join(root, 'dist') });
}

async function lint(root: string, program: ts.Program, files: string[]): Promise<string[]> {
	const linter = new ESLint({
		cwd: root,
		overrideConfig: {
			files: ['**/*.ts'],
			// The compiler has read them already.
			languageOptions: { parserOptions: { projectService: false, programs: [program] } },
		},
	});
	const results = await linter.lintFiles(files);
	return results.flatMap(({ filePath, messages }) =>
		messages.map(({ line, message }) => `${relative(root, filePath)}:${line} ${message}`),
	);
}

void main(process.argv.slice(2));
