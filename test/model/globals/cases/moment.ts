import { is } from "./is.ts";

const time = "2024-03-05T09:08:07.006Z";
const noon = () => moment.utc("2024-03-05T12:00:00Z");

/** Each gives the same on both versions. */
export const examples = {
  moment: () => [
    is<moment.Moment>()(moment(time)).valueOf(),
    moment(1709283600000).valueOf(),
    moment([2024, 2, 1, 10]).valueOf(),
    moment(new Date(0)).valueOf(),
    moment(moment(5)).valueOf(),
    moment("05/03/2024 14:30", "DD/MM/YYYY HH:mm").format("YYYY-MM-DD[T]HH:mm"),
    moment("2024-03-05", ["DD/MM/YYYY", "YYYY-MM-DD"]).format("D"),
    typeof moment().valueOf(),
  ],
  utc: () => [moment.utc(time).valueOf(), moment.utc("05.03.2024", "DD.MM.YYYY").valueOf(), typeof moment.utc().valueOf()],
  unix: () => moment.unix(1709283600).valueOf(),
  duration: () => [
    is<moment.Duration>()(moment.duration(90, "minutes")).asHours(),
    moment.duration({ days: 1, hours: 6 }).asHours(),
    moment.duration(1500).seconds(),
    moment.duration(moment.duration(2, "day")).asDays(),
  ],
  isMoment: () => [moment.isMoment(moment()), moment.isMoment(1)],
  isDuration: () => [moment.isDuration(moment.duration(1)), moment.isDuration(1)],
  lang() {
    moment.lang("en");
    return is<string>()(moment.lang());
  },
  version: () => typeof is<string>()(moment.version),
  defaultFormat: () => moment.defaultFormat.slice(0, 10),

  "Moment.clone": () => {
    const a = noon();
    a.clone().add(1, "day");
    return a.date();
  },
  "Moment.format": () => noon().format("YYYY-MM-DD HH:mm:ss.SSS X ddd dddd MMM MMMM h A Z [at]"),
  "Moment.toJSON": () => moment(time).toJSON(),
  "Moment.valueOf": () => noon().valueOf(),
  "Moment.unix": () => noon().unix(),
  "Moment.toDate": () => is<Date>()(noon().toDate()).getTime(),
  "Moment.toArray": () => noon().toArray(),
  "Moment.toString": () => noon().toString().slice(0, 24),
  "Moment.isValid": () => [moment("2024-02-30", "YYYY-MM-DD").isValid(), noon().isValid()],
  "Moment.utc": () => moment(time).utc().hour(),
  "Moment.local": () => noon().local().valueOf(),
  "Moment.zone": () => noon().zone() === 0,
  "Moment.isDST": () => noon().isDST(),
  "Moment.add": () => [noon().add(3, "days").valueOf(), noon().add({ months: 1, hours: 2 }).valueOf(), noon().add(moment.duration(1, "hour")).valueOf()],
  "Moment.subtract": () => [noon().subtract(1, "week").valueOf(), noon().subtract({ years: 1 }).valueOf()],
  "Moment.startOf": () => [noon().startOf("month").valueOf(), noon().startOf("week").valueOf(), noon().startOf("hours").valueOf()],
  "Moment.endOf": () => [noon().endOf("day").valueOf(), noon().endOf("month").valueOf()],
  "Moment.diff": () => [noon().diff(time), noon().diff(time, "hours"), noon().diff("2024-03-04T00:00:00Z", "days", true), noon().diff("2023-03-05T12:00:00Z", "years")],
  "Moment.isAfter": () => [noon().isAfter(time), noon().isAfter(time, "day")],
  "Moment.isBefore": () => [noon().isBefore(time), noon().isBefore(moment.utc(), "year")],
  "Moment.isSame": () => [noon().isSame(noon()), noon().isSame(moment.utc(time), "month")],
  "Moment.from": () => [noon().from(moment.utc("2024-03-08T12:00:00Z")), noon().from(moment.utc("2024-03-08T12:00:00Z"), true)],
  "Moment.fromNow": () => moment().fromNow(),
  "Moment.calendar": () => noon().calendar() === noon().calendar(),
  "Moment.lang": () => noon().lang("en").format("MMMM"),
  "Moment.year": () => noon().year(2020).year(),
  "Moment.month": () => noon().month(0).month(),
  "Moment.date": () => noon().date(31).date(),
  "Moment.day": () => [noon().day(), noon().day(0).date()],
  "Moment.dayOfYear": () => [noon().dayOfYear(), noon().dayOfYear(1).valueOf()],
  "Moment.week": () => [noon().week(), noon().week(1).valueOf()],
  "Moment.isoWeek": () => [noon().isoWeek(), noon().isoWeek(1).valueOf()],
  "Moment.hour": () => noon().hour(3).hour(),
  "Moment.hours": () => noon().hours(3).hours(),
  "Moment.minute": () => noon().minute(3).minute(),
  "Moment.minutes": () => noon().minutes(3).minutes(),
  "Moment.second": () => noon().second(3).second(),
  "Moment.seconds": () => noon().seconds(3).seconds(),
  "Moment.millisecond": () => noon().millisecond(3).millisecond(),
  "Moment.milliseconds": () => noon().milliseconds(3).milliseconds(),
  "Moment.daysInMonth": () => noon().daysInMonth(),
  "Moment.isLeapYear": () => noon().isLeapYear(),
  "Duration.humanize": () => [moment.duration(2, "hours").humanize(), moment.duration(2, "hours").humanize(true)],
  "Duration.valueOf": () => moment.duration(2, "hours").valueOf(),
  "Duration.lang": () => moment.duration(2, "hours").lang("en").humanize(),
  "Duration.years": () => moment.duration({ years: 2 }).years(),
  "Duration.months": () => moment.duration({ months: 14 }).months(),
  "Duration.weeks": () => moment.duration({ days: 15 }).weeks(),
  "Duration.days": () => moment.duration({ hours: 50 }).days(),
  "Duration.hours": () => moment.duration({ hours: 50 }).hours(),
  "Duration.minutes": () => moment.duration(90, "minutes").minutes(),
  "Duration.seconds": () => moment.duration(90, "seconds").seconds(),
  "Duration.milliseconds": () => moment.duration(1234).milliseconds(),
  "Duration.asWeeks": () => moment.duration(7, "days").asWeeks(),
  "Duration.asDays": () => moment.duration(36, "hours").asDays(),
  "Duration.asHours": () => moment.duration(90, "minutes").asHours(),
  "Duration.asMinutes": () => moment.duration(90, "seconds").asMinutes(),
  "Duration.asSeconds": () => moment.duration(1500).asSeconds(),
  "Duration.asMilliseconds": () => moment.duration(1, "second").asMilliseconds(),
};

/** Which version of Moment Timezone the older runtime has is not known: only the newer one runs these. */
export const examplesOfToday = {
  tz: () => [
    moment.tz(time, "Europe/Paris").format(),
    moment.tz("2024-03-05T12:00:00Z", "America/New_York").hour(),
    typeof is<moment.Moment>()(moment.tz("Europe/Paris")).valueOf(),
  ],
  "Moment.tz": () => moment(time).tz("Asia/Tokyo").format(),
};

// What 2.0.0 does not have, and plain mistakes.
export const mistakes = () => {
  // @ts-expect-error since 2.1
  moment().toISOString();
  // @ts-expect-error the old order
  moment().add("days", 1);
  // @ts-expect-error since 2.9
  moment().isBetween(time, time);
  // @ts-expect-error since 2.1
  moment.max(moment(), moment());
  // @ts-expect-error since 2.3
  moment.parseZone(time);
  // @ts-expect-error since 2.8
  moment.locale("fr");
  // @ts-expect-error since 2.2
  moment({ year: 2024 });
  // @ts-expect-error a null would be no moment on the older runtime
  moment(null);
  // @ts-expect-error
  moment().startOf("quarter");
  // @ts-expect-error
  moment().startOf("isoWeek");
  // @ts-expect-error since 2.1
  moment.duration(1).add(1, "day");
};
