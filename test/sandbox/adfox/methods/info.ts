import type { Account } from '../account';
import { id, oneOf, required } from '../classic/checks';
import { listing, type Method } from '../classic/method';
import { accessDenied, missing } from '../classic/refusal';
import type { SentParameters } from '../classic/sent-parameters';
import { textOf, type AdfoxRow, type StoredRow } from '../objects/row';
import { rowOf } from '../objects/store';

import { placesOf } from './placement-rows';

/** What is told about one campaign or banner (sheet, 2.7 and 2.8). */
export const INFO: readonly Method[] = [
	{
		object: 'campaign',
		action: 'list',
		actionObject: 'banner',
		parameters: { objectID: required(id) },
		answer: {
			reads: ({ store }, sent) => {
				const campaign = sent.need('objectID');
				if (!store.campaign.has(campaign)) throw accessDenied();
				const banners = store.banner.all().filter((row) => textOf(row, 'campaignID') === campaign);
				return listing(banners, (row) => rowOf(store, 'banner', row));
			},
		},
	},
	{
		object: 'campaign',
		action: 'info',
		actionObject: 'placement',
		parameters: { objectID: required(id) },
		answer: {
			reads: (account, sent) => {
				const campaign = known(account, 'campaign', sent);
				const places = placesOf(account, campaign);
				const banners = account.store.banner.all().filter((row) => textOf(row, 'campaignID') === campaign);
				const pairs = banners.flatMap((banner) => places.map((place) => [banner, place] as const));
				return listing(pairs, ([banner, place]) => placement(account, banner, place));
			},
		},
	},
	{
		object: 'campaign',
		action: 'info',
		actionObject: 'placement2',
		parameters: {
			objectID: required(id),
			dataType: required(oneOf('campaignSites', 'campaignSections', 'campaignPlaces', 'placesComputed')),
			isOn: required(oneOf('on', 'off')),
			websiteID: id,
			sectionID: id,
		},
		answer: { reads: (account, sent) => listing(switched(account, sent), (row) => row) },
	},
	...(['campaign', 'banner'] as const).map((object): Method => ({
		object,
		action: 'info',
		actionObject: 'targeting',
		parameters: { objectID: required(id) },
		answer: {
			reads: (account, sent) => {
				known(account, object, sent);
				return listing(targetings(object === 'banner'), (row) => row);
			},
		},
	})),
	{
		object: 'banner',
		action: 'info',
		actionObject: 'bannerFields',
		parameters: { objectID: required(id), additionalID: required(id) },
		answer: {
			reads: (account, sent) => {
				known(account, 'banner', sent);
				const template = account.store.template.get(sent.need('additionalID'));
				if (template === undefined) throw accessDenied();
				const parameters = template.userParameters as readonly AdfoxRow[];
				return listing(parameters, (row) => ({
					dataType: 'userParameters',
					name: textOf(row, 'name'),
					length: '',
					inputType: 'text',
					isRequired: textOf(row, 'isRequired'),
					status: '',
					defaultValue: '',
					allowedTypes: '',
					width: '',
					height: '',
				}));
			},
		},
	},
];

function known({ store }: Account, kind: 'campaign' | 'banner', sent: SentParameters): string {
	const found = sent.need('objectID');
	if (!store[kind].has(found)) throw accessDenied();
	return found;
}

function placement({ store }: Account, banner: StoredRow, stored: StoredRow): AdfoxRow {
	const place = rowOf(store, 'place', stored);
	return {
		bannerID: textOf(banner, 'ID'),
		bannerName: textOf(banner, 'name'),
		siteID: textOf(place, 'siteID'),
		siteName: textOf(place, 'siteName'),
		zoneID: textOf(place, 'zoneID'),
		zoneName: textOf(place, 'zoneName'),
		placeID: textOf(place, 'ID'),
		placeName: textOf(place, 'name'),
	};
}

/** Sites, sections of a site or placements of a section that are on or off (the parents' ids are needed). */
function switched(account: Account, sent: SentParameters): AdfoxRow[] {
	const { store, placements } = account;
	const campaign = known(account, 'campaign', sent);
	const isOn = sent.need('isOn') === 'on';
	const parentOf = (name: string) => sent.get(name) ?? fail(name);
	switch (sent.need('dataType')) {
		case 'campaignSites':
			return store.website
				.all()
				.filter((row) => placements.isOn(campaign, 'website', textOf(row, 'ID')) === isOn)
				.map((row) => ({ websiteID: textOf(row, 'ID'), websiteName: textOf(row, 'name') }));
		case 'campaignSections': {
			const site = parentOf('websiteID');
			return store.zone
				.all()
				.filter((row) => textOf(row, 'siteID') === site)
				.filter((row) => placements.isOn(campaign, 'zone', textOf(row, 'ID')) === isOn)
				.map((row) => ({ sectionID: textOf(row, 'ID'), sectionName: textOf(row, 'name') }));
		}
		default: {
			const section = sent.need('dataType') === 'campaignPlaces' ? parentOf('sectionID') : undefined;
			return store.place
				.all()
				.filter((row) => section === undefined || textOf(row, 'zoneID') === section)
				.filter((row) => placements.isOn(campaign, 'place', textOf(row, 'ID')) === isOn)
				.map((row) => ({ placeID: textOf(row, 'ID'), placeName: textOf(row, 'name') }));
		}
	}
}

function fail(name: string): never {
	throw missing(name);
}

/** Russian texts, doubly escaped; one of them is nested (7.1, 10). */
function targetings(isBanner: boolean): AdfoxRow[] {
	const redefined: Record<string, string> = isBanner ? { isRedefined: '0' } : {};
	return [
		{ title: 'Частота', name: 'frequency', ...redefined, description: 'Не&nbsp;задан' },
		{ title: 'География', name: 'geobase', ...redefined, description: 'Россия&nbsp;&mdash; все' },
		{
			title: 'Соцдем',
			name: 'UDP',
			...redefined,
			description: { gender: 'Все', age: '25-34', revenue: '' },
		},
	];
}
