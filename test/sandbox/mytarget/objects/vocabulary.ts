/** Some of the open list of section 4.3. */
export const OBJECTIVES = [
	'reach',
	'traffic',
	'appinstalls',
	'videoviews',
	'storeproductssales',
	'socialengagement',
];

/** The id of a package by its place in the list of packages. */
export function packageIdOf(place: number): number {
	return 81 + place * 2;
}
