import { below, mix, pick } from '../../frame/hash';
import type { AdfoxOptions } from '../options';

import * as BLANK from './blank';
import { textOf, type StoredRow } from './collection';
import type { Store } from './store';

const ADDED = '2022-03-15 12:30:00';

/** Sites, their sections and the placements in them. */
export function createInventory(store: Store, { seed, sites, zones, places }: AdfoxOptions): void {
	const owners = ids(store.webmaster.all());
	for (let number = 1; number <= sites; number++) {
		store.website.add({
			...BLANK.WEBSITE,
			name: `Сайт №${number} «Новости & погода»`,
			URL: `http://site${number}.example`,
			webmasterID: pick(owners, mix(mix(seed, 0x517e), number)),
			loadsToday: String(number * 1001),
			CTRToday: '0.25',
			dateAdded: ADDED,
			platformType: '1',
			url: `https://www.site${number}.example/?a=1&b=2`,
		});
	}
	const siteIDs = ids(store.website.all());
	if (siteIDs.length === 0) return;
	for (let number = 1; number <= zones; number++) {
		store.zone.add({
			...BLANK.ZONE,
			name: `Раздел ${number}`,
			siteID: siteIDs[(number - 1) % siteIDs.length]!,
			dateAdded: ADDED,
			template: number % 2 === 0 ? '' : { template1: `/section/${number}/*`, template2: '' },
		});
	}
	const zoneRows = store.zone.all();
	if (zoneRows.length === 0) return;
	const [positionIDs, bannerTypeIDs, categoryIDs] = [store.position, store.bannerType, store.category].map(
		(list) => ids(list.all()),
	);
	for (let number = 1; number <= places; number++) {
		const state = mix(mix(seed, 0x91ace), number);
		const zone = zoneRows[(number - 1) % zoneRows.length]!;
		store.place.add({
			...BLANK.PLACE,
			name: `Место ${number} <верх>`,
			positionID: pick(positionIDs!, mix(state, 1)),
			zoneID: textOf(zone, 'ID'),
			siteID: textOf(zone, 'siteID'),
			categoryID: below(3, mix(state, 2)) === 0 ? pick(categoryIDs!, mix(state, 3)) : '0',
			bannerTypeID: pick(bannerTypeIDs!, mix(state, 4)),
			dateAdded: ADDED,
		});
	}
}

function ids(rows: readonly StoredRow[]): string[] {
	return rows.map((row) => textOf(row, 'ID'));
}
