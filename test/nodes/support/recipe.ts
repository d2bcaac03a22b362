import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { sectionsOf } from '../../house/markdown';
import { byId, type TestPlatform } from '../../platforms/platform';
import type { Sandbox } from '../../sandbox';
import { jsonOf, runOnFakeClock } from './fake-clock-run';

export const READMES = ['README.md', 'README.ru.md'] as const;

type Recipe = (item: IDataObject) => INodeParameters;

/** What the table of a README has a node take from an item of Failed Slices or Plan Slices. */
function recipeOf(platform: TestPlatform, readme: string, report: INodeParameters): Recipe {
	const text = readFileSync(join(__dirname, '..', '..', '..', readme), 'utf8');
	const tables = sectionsOf(text).flatMap((section) => section.tables);
	const [, ofAll, ...rows] = tables.find(([, first]) => first?.at(-1)?.includes('$json.dateFrom')) ?? [];
	const own = rows.find(([title]) => title === platform.title);
	if (ofAll === undefined || own === undefined)
		throw new Error(`${readme} does not say what ${platform.title} takes from an item.`);
	const properties = platform.sources().node.properties(report);
	const line = [ofAll.at(-1), own.at(-1)].join(' ');
	const written = [...line.matchAll(/([A-Z][A-Za-z ]*?)( \(By ID\))? = `\{\{ \$json\.(\w+) \}\}`/g)];
	return (item) =>
		Object.fromEntries(
			written.map(([, label, locator, key = '']) => {
				const field = properties.find(({ displayName }) => displayName === label);
				if (field === undefined) throw new Error(`${platform.title} has no field "${label}".`);
				const value = item[key] as INodeParameters[string];
				return [field.name, locator === undefined ? value : byId(value)];
			}),
		);
}

/** Rows of a report with On Slice Failure = Continue, and those of a second node that loads its failed slices again. */
export async function loadedAgain(
	{ platform, sandbox, readme }: { platform: TestPlatform; sandbox: Sandbox; readme: string },
	report: INodeParameters & { readonly options?: INodeParameters },
): Promise<{ rows: IDataObject[]; failed: IDataObject[]; again: IDataObject[] }> {
	const { resource, operation, options } = report;
	const recipe = recipeOf(platform, readme, { resource, operation });
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
