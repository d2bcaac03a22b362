import { pathOf, type Navigation } from '../api';
import { banner, bannerOthers } from './banner';
import { campaign, campaignOthers, superCampaign } from './campaign';
import { contracts, dictionaries } from './dictionaries';
import { inventoryOthers, place, site, zone } from './inventory';
import type { Method } from './method';
import { targetings } from './targeting';
import { advertiser, userOthers } from './users';

const { placing, ...campaignMethods } = campaign;

const METHODS: ReadonlyMap<string, Method> = new Map(
	[campaignMethods, superCampaign, banner, advertiser, site, zone, place, placing, dictionaries]
		.flatMap((methods): Method[] => Object.values(methods))
		.concat(campaignOthers, bannerOthers, userOthers, inventoryOthers, contracts, targetings)
		.map((method) => [pathOf(method), method]),
);

/** Every method that the catalogue has, in the order of its files. */
export const allMethods: readonly Method[] = [...METHODS.values()];

const PARAMETERS = new Set(allMethods.flatMap(({ parameters }) => parameters).map(({ name }) => name));

/** Whether some method takes a parameter of this name. */
export function isParameter(name: string): boolean {
	return PARAMETERS.has(name);
}

/** @returns undefined for one that is not in the catalogue, which is not all that exists */
export function findMethod(navigation: Navigation): Method | undefined {
	return METHODS.get(pathOf(navigation));
}

/** Letters that two names may differ by and still be the same one misspelt. */
const MOST_EDITS = 2;

/** Shorter names are too near to each other. */
const SHORTEST_MISSPELT = 5;

/**
 * What a user may want to know about the names sent: which of them ADFOX probably takes for something else, since it
 * tells upper from lower case and passes over names that it does not know. A name without a near one is let be: the
 * editions of the documentation differ (sheet 7.3).
 *
 * @returns sentences such as "`advertiser`: did you mean `advertiserID`?"
 */
export function nearMisses({ parameters }: Method, sent: readonly string[]): string[] {
	const known = parameters.map(({ name }) => name);
	const patterns = known.map((name) => new RegExp(`^${escaped(name).replaceAll('<N>', '\\d+')}$`));
	return sent
		.filter((name) => !patterns.some((pattern) => pattern.test(name)))
		.flatMap((name) => {
			const near = known.find((other) => !sent.includes(other) && isNear(name, other));
			return near === undefined ? [] : [`\`${name}\`: did you mean \`${near}\`?`];
		});
}

/** The same for the path of a method that is not in the catalogue: "Account/list/campaign". */
export function nearestPath(path: string): string | undefined {
	const paths = allMethods.map(pathOf);
	return (
		paths.find((other) => other.toLowerCase() === path.toLowerCase()) ??
		paths.find((other) => edits(path, other) <= MOST_EDITS)
	);
}

function isNear(name: string, other: string): boolean {
	const [a, b] = [name.toLowerCase(), other.toLowerCase()];
	if (a === b || `${a}id` === b || `${a}[]` === b) return true;
	return a.length >= SHORTEST_MISSPELT && edits(a, b) <= MOST_EDITS;
}

/** Letters to insert, delete or replace (Levenshtein's distance). */
function edits(a: string, b: string): number {
	if (Math.abs(a.length - b.length) > MOST_EDITS) return MOST_EDITS + 1;
	let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
	for (let row = 1; row <= a.length; row++) {
		const current = [row];
		for (let column = 1; column <= b.length; column++) {
			const replaced = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
			current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
		}
		previous = current;
	}
	return previous[b.length] ?? 0;
}

function escaped(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
