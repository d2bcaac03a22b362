import { dateTime, decimal, flag, id, integer, jsonObject, oneOf, status, text } from '../classic/checks';
import type { Method, Parameters } from '../classic/method';

import { CLICK_LIMITS, IMPRESSION_LIMITS } from './campaign-parameters';

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
