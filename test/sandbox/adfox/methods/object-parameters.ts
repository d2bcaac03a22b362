import {
	dateTime,
	decimal,
	flag,
	id,
	integer,
	jsonObject,
	oneOf,
	orEmpty,
	status,
	text,
} from '../classic/checks';
import type { Method, Parameters } from '../classic/method';

import { CLICK_LIMITS, IMPRESSION_LIMITS } from './campaign-parameters';

/** Fields of the other objects (sheet, 2.4 and 2.9). */

export const USER: Parameters = Object.fromEntries(
	'account eMail company firstName lastName country state city ZIPCode address1 address2 phone fax'
		.split(' ')
		.map((name) => [name, text] as const),
);

export const WEBSITE: Parameters = {
	name: text,
	webmasterID: id,
	categoryID: integer(0),
	sendToErir: flag,
	platformName: text,
	platformType: integer(0, 20),
	contractorID: id,
	url: text,
};

export const ZONE_MODIFY: Parameters = {
	name: text,
	categoryID: integer(0),
	isAutoReferer: flag,
	templateTypeID: flag,
	template: text,
	templateExcluded: text,
};

/** `pli` and `pop` are empty or absent for the first two values of `plp` (2.10). */
export const PLACE_MODIFY: Parameters = {
	name: text,
	categoryID: integer(0),
	positionID: id,
	pct: oneOf('0', '1', '2', '3', '4'),
	plp: oneOf('-1', '0', '1', '2', '3', '4', '5'),
	pli: orEmpty(integer(0)),
	pop: orEmpty(integer(1)),
};

export const CONTRACTOR: Parameters = {
	name: text,
	inn: text,
	type: oneOf('0', '1', '2', '3', '4'),
	countryOKSM: integer(1),
	mobilePhone: text,
	epayNumber: text,
	regNumber: text,
	'roles[]': flag,
	isRr: flag,
	isOrs: flag,
	rsUrl: text,
};

/** Fields of a banner that can be written (sheet, 2.4 and 2.8). */
export const BANNER_MODIFY: Parameters = {
	name: text,
	targetingProfileID: id,
	priority: integer(1, 1000),
	status,
	isEvents: flag,
	isUnplaced: flag,
	backgroundColor: text,
	width: integer(0),
	height: integer(0),
	imageURL: text,
	hitURL: text,
	target: oneOf('_blank', '_parent', '_top'),
	alt: text,
	videoResolution: text,
	videoDuration: decimal(),
	...IMPRESSION_LIMITS,
	...CLICK_LIMITS,
	trackingURL: text,
	dateStart: dateTime,
	dateEnd: dateTime,
	showMenu: flag,
	adLabel: oneOf('0', '1', '2'),
	domain: text,
	sendToErir: flag,
	token: text,
	creativeContentType: integer(0, 7),
	markingDescription: text,
	markingKktu: text,
	markingCommonDescription: text,
	markingSendRegionsType: integer(0),
	markingSelectedRegions: text,
	targetURL: text,
	'textData[]': text,
	'mediaData[]': jsonObject,
	'okveds[]': text,
	getURL: text,
};

export const BANNER_ADD: Parameters = { ...BANNER_MODIFY, campaignID: id, templateID: id, bannerTypeID: id };

/** `userN` is what a list gives as `parameterN` (7.2, 6). */
export const BANNER_NUMBERED: NonNullable<Method['numbered']> = [
	[/^(user|event|hitURL)[1-9]\d*$/, text],
	[/^sendToErir\d+$/, flag],
	[/^sendToErir(ContentType|Description)\d+$/, text],
];
