import type { Account } from '../account';
import { dateTime, id, ids, integer, required } from '../classic/checks';
import { listing, type Method } from '../classic/method';
import { accessDenied } from '../classic/refusal';
import { textOf, type AdfoxRow } from '../objects/row';
import { rowOf } from '../objects/store';

import {
	BANNER_KKTU,
	SECTORS,
	OPERATING_SYSTEMS,
	MANUFACTURERS,
	BROWSERS,
	USER_CRITERIAS,
} from './constants';
import { placesOf } from './placement-rows';

const account = (actionObject: string) => ({ object: 'account', action: 'list', actionObject }) as const;

/** Lists of `account` whose rows are made from several objects, or are the same in every account (sheet, 2.3). */
export const OTHER_LISTS: readonly Method[] = [
	{
		...account('template'),
		parameters: { actionObjectID: required(id) },
		answer: {
			reads: ({ store }, sent) => {
				const row = store.template.get(sent.need('actionObjectID'));
				// The only counter of this method is `rows`.
				return { result: row === undefined ? { rows: '0', data: {} } : { rows: '1', data: [row] } };
			},
		},
	},
	{
		...account('bannerPlacements'),
		parameters: { bannerID: required(id) },
		answer: {
			reads: (owner, sent) => {
				const banner = owner.store.banner.get(sent.need('bannerID'));
				if (banner === undefined) throw accessDenied();
				return listing(placesOf(owner, textOf(banner, 'campaignID')), (place) =>
					bannerPlacement(owner, textOf(banner, 'ID'), place),
				);
			},
		},
	},
	{
		...account('defaultBanner'),
		parameters: { listPlaceIDs: ids },
		answer: {
			reads: ({ store }, sent) => {
				const wanted = sent.get('listPlaceIDs')?.split(',');
				const places = store.place.all().filter((place) => wanted?.includes(textOf(place, 'ID')) ?? true);
				return listing(places, (place) => defaultBanner(rowOf(store, 'place', place)));
			},
		},
	},
	{
		...account('userCriterias'),
		parameters: { actionObjectID: integer(0, 63) },
		answer: {
			reads: (_, sent) => {
				const wanted = sent.get('actionObjectID') ?? '0';
				return constant(USER_CRITERIAS.filter((row) => wanted === '0' || row.criteriaID === wanted));
			},
		},
	},
	{
		...account('bannerKktu'),
		parameters: {},
		// Its sample answers all of them without a limit (3.3).
		defaultLimit: BANNER_KKTU.length,
		answer: { reads: () => constant(BANNER_KKTU) },
	},
	{
		...account('activeBanners'),
		parameters: { date: dateTime },
		answer: { reads: ({ store }) => constant(active(store.banner.all())) },
	},
	...Object.entries({
		sector: SECTORS,
		os: OPERATING_SYSTEMS,
		manufacturer: MANUFACTURERS,
		browser: BROWSERS,
	}).map(([actionObject, rows]): Method => ({
		object: 'account',
		action: 'utility',
		actionObject,
		parameters: {},
		answer: { reads: () => constant(rows) },
	})),
	{
		object: 'account',
		action: 'auth',
		parameters: {},
		answer: { reads: () => ({ result: {} }) },
	},
	{
		object: 'place',
		action: 'listActiveBanners',
		parameters: { objectID: required(id) },
		answer: {
			reads: (owner, sent) => {
				const place = sent.need('objectID');
				if (!owner.store.place.has(place)) throw accessDenied();
				const banners = active(owner.store.banner.all());
				return listing(
					banners.filter((row) => owner.placements.isOn(textOf(row, 'campaignID'), 'place', place)),
					({ ID, name, campaignID }) => ({ ID: ID!, name: name!, campaignID: campaignID! }),
				);
			},
		},
	},
];

function constant(rows: readonly AdfoxRow[]) {
	return listing(rows, (row) => row);
}

function active<Row extends AdfoxRow>(banners: readonly Row[]): Row[] {
	return banners.filter((row) => textOf(row, 'status') === '0');
}

function bannerPlacement({ store, placements }: Account, banner: string, place: AdfoxRow): AdfoxRow {
	const row = rowOf(store, 'place', place);
	const isOn = (level: 'website' | 'zone' | 'place', field: string) =>
		String(Number(placements.isOn(banner, level, textOf(row, field))));
	return {
		websiteID: textOf(row, 'siteID'),
		websiteName: textOf(row, 'siteName'),
		isWebsiteOn: isOn('website', 'siteID'),
		sectionID: textOf(row, 'zoneID'),
		sectionName: textOf(row, 'zoneName'),
		isSectionOn: isOn('zone', 'zoneID'),
		placeID: textOf(row, 'ID'),
		placeName: textOf(row, 'name'),
		isPlaceOn: isOn('place', 'ID'),
	};
}

function defaultBanner(place: AdfoxRow): AdfoxRow {
	const code = textOf(place, 'defaultCode');
	return {
		adNetworkID: '',
		adNetworkName: '',
		siteID: textOf(place, 'siteID'),
		siteName: textOf(place, 'siteName'),
		placeID: textOf(place, 'ID'),
		bannerTypeID: textOf(place, 'bannerTypeID'),
		bannerTypeName: textOf(place, 'bannerTypeName'),
		presentationTypeName: textOf(place, 'presentationTypeName'),
		defaultCodeType: '0',
		defaultCode: code === '' ? '<!-- default --><a href="https://shop.example/?a=1&b=2">Да</a>' : code,
	};
}
