/** The formats of agendas by the names that users know them by. Here, so that they are told without what reads them. */
export const AGENDA_FORMATS = ["iCalendar", "frab", "pretalx", "Sessionize"] as const;

/** How the names of files in these formats end. */
export const AGENDA_EXTENSIONS = ["ics", "ical", "ifb", "xml", "json"] as const;
