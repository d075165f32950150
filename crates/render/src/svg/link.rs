use planche_scene::Link;

use super::{
    Writer,
    xml::{escape, number},
};

impl Writer {
    /// Writes a place to click; it shows nothing.
    pub(super) fn link(&mut self, link: &Link) {
        let address = escape(&link.address);
        let [x, y] = [link.area.x0, link.area.y0].map(number);
        let [width, height] = [link.area.width(), link.area.height()].map(number);
        self.write(format_args!(
            "<a xlink:href=\"{address}\" aria-label=\"{address}\"><rect x=\"{x}\" y=\"{y}\" width=\"{width}\" \
             height=\"{height}\" fill=\"#ffffff\" fill-opacity=\"0\"/></a>"
        ));
    }
}
