export { courses, longLineCourses } from "./courses.js";
export { measured } from "./measure.js";
