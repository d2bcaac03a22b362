import type { Account } from '../account';
import type { Placements } from '../placements';
import { textOf, type StoredRow } from '../objects/row';

/** The placements that a campaign is served on. */
export function placesOf({ store, placements }: Account, campaign: string): StoredRow[] {
	return store.place.all().filter((place) => isServed(placements, campaign, place));
}

function isServed(placements: Placements, campaign: string, place: StoredRow): boolean {
	return placements.isOn(campaign, 'place', textOf(place, 'ID'));
}
