import { BANNER_WORDS } from './banner-words';
import { CAMPAIGN_WORDS } from './campaign-words';
import { INVENTORY_WORDS } from './inventory-words';
import type { Words } from './method';

const WORDS: ReadonlyMap<string, Words[string]> = new Map(
	[CAMPAIGN_WORDS, BANNER_WORDS, INVENTORY_WORDS].flatMap((words) => Object.entries(words)),
);

/** @returns undefined where nothing is known but the name */
export function descriptionOf(name: string): string | undefined {
	return WORDS.get(name)?.[1];
}

/** What the editor calls a parameter: its own label, else its name in words ("defaultHitURL" -> "Default Hit URL"). */
export function displayNameOf(name: string): string {
	const label = WORDS.get(name)?.[0];
	if (label !== undefined) return label;
	const words = name
		.replace(/([a-z0-9])([A-Z])/g, '$1 $2')
		.replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
		.replace(/\bIDs\b|\bI Ds\b/, 'IDs');
	return words.charAt(0).toUpperCase() + words.slice(1).replace(/ Per\b/g, ' per');
}
