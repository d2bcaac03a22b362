import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { sectionsOf } from '../../house/markdown';
import type { TestPlatform } from '../../platforms/platform';
import type { Sandbox } from '../../sandbox';
import { jsonOf, runOnFakeClock } from './fake-clock-run';

/** The page in both languages. */
export const RECIPES = ['docs/big-reports.md', 'docs/ru/big-reports.md'] as const;

type Recipe = (item: IDataObject) => INodeParameters;

/** What the table of the page has a node take from an item of Failed Slices or Plan Slices. */
function recipeOf(platform: TestPlatform, page: string, report: INodeParameters): Recipe {
	const text = readFileSync(join(__dirname, '..', '..', '..', page), 'utf8');
	const tables = sectionsOf(text).flatMap((section) => section.tables);
	const [, ofAll, ...rows] = tables.find(([, first]) => first?.at(-1)?.includes('$json.dateFrom')) ?? [];
	const own = rows.find(([title]) => title === platform.title);
	if (ofAll === undefined || own === undefined)
		throw new Error(`${page} does not say what ${platform.title} takes from an item.`);
	const { node } = platform.sources();
	const labels = new Set<string | undefined>(
		node.operations.flatMap(({ fields }) => fields.map(({ displayName }) => displayName)),
	);
	const shown = node.properties(report);
	const line = [ofAll.at(-1), own.at(-1)].join(' ');
	const written = [...line.matchAll(/([A-Z][A-Za-z ]*?) = `\{\{ \$json\.(\w+) \}\}`/g)];
	return (item) =>
		Object.fromEntries(
			written.flatMap(([, label, key = '']) => {
				if (!labels.has(label)) throw new Error(`${platform.title} has no field "${label}".`);
				// Some are for other reports of the node.
				const field = shown.find(({ displayName, name }) => displayName === label && name === key);
				return field === undefined ? [] : [[field.name, item[key] as INodeParameters[string]]];
			}),
		);
}

/** Rows of a report with On Slice Failure = Continue, and those of a second node that loads its failed slices again. */
export async function loadedAgain(
	{ platform, sandbox, page }: { platform: TestPlatform; sandbox: Sandbox; page: string },
	report: INodeParameters & { readonly options?: INodeParameters },
): Promise<{ rows: IDataObject[]; failed: IDataObject[]; again: IDataObject[] }> {
	const { resource, operation, options } = report;
	const recipe = recipeOf(platform, page, { resource, operation });
	const first = await runOnFakeClock(platform, sandbox, {
		...report,
		options: { ...options, onSliceFailure: 'continue' },
	});
	const failed = jsonOf(first.failedSlices);
	const again: IDataObject[][] = [];
	for (const item of failed) {
		const { items } = await runOnFakeClock(platform, sandbox, {
			...report,
			dateRange: 'custom',
			...recipe(item),
		});
		again.push(jsonOf(items));
	}
	return { rows: jsonOf(first.items), failed, again: again.flat() };
}
